"""What `manage.py bench` measures: a newsroom of a thousand stories, asked page by page."""
