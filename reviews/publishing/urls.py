"""Routes of the public pages under /<language>/, and of what the desk does with editions."""

from django.urls import path, register_converter

from reviews.publishing import feeds, reader_views, sitemaps, views
from reviews.publishing.addresses import languages


class PublicLanguage:
    """A language that has public pages."""

    regex = "[a-z]{2}"

    def to_python(self, value: str) -> str:
        """Raises ValueError, which is a 404, for any other."""
        if value not in languages():
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(PublicLanguage, "language")

urlpatterns = [
    path("desk/translations/<int:pk>/publishing/", views.publishing, name="publishing"),
    path("desk/translations/<int:pk>/publish/", views.publish, name="publish"),
    path("desk/translations/<int:pk>/schedule/", views.schedule, name="schedule"),
    path("desk/translations/<int:pk>/drop/", views.drop, name="drop"),
    path("desk/stories/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("", reader_views.root, name="root"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path("<language:language>/", reader_views.front, name="front"),
    path("<language:language>/feed.xml", feeds.feed, name="feed"),
    path("<language:language>/topic/<slug:slug>/", reader_views.topic, name="topic"),
    path("<language:language>/<slug:section>/", reader_views.section, name="section"),
    path("<language:language>/<slug:section>/<int:pk>-<str:slug>/", reader_views.article, name="page"),
]
