"""Issues: what a reviewer flags, with MQM category and severity, and the thread below it."""
