"""What is made of an item's sound, below its own address and its results'."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from analysis.delivery.downloads import sound
from analysis.delivery.exports import item_export, pass_export, result_export
from analysis.delivery.frame_views import frames_window
from analysis.delivery.graph_views import spectrogram, waveform
from analysis.delivery.posters import poster
from analysis.exchange import FORMATS
from analysis.io.sound_files import KINDS

_EXTENSIONS = {each.extension for each in FORMATS.values()}


class ExportConverter(StringConverter):
    """The extension of a file that results can be had as; records have others of their own."""

    regex = "|".join(sorted(_EXTENSIONS | {each.lower() for each in _EXTENSIONS}))


class PictureConverter(StringConverter):
    """The extension of a picture."""

    regex = "svg|png"


class SoundConverter(StringConverter):
    """The extension of a sound file that can be made."""

    regex = "|".join(KINDS)


register_converter(ExportConverter, "export")
register_converter(PictureConverter, "picture")
register_converter(SoundConverter, "sound")

urlpatterns = [
    path("results/<uuid:result_id>.<export:extension>", result_export, name="result-export"),
    path("results/<uuid:result_id>/frames", frames_window, name="result-frames"),
    path("results/<uuid:result_id>/pass.<export:extension>", pass_export, name="pass-export"),
    path("items/<str:cited>/waveform.<picture:extension>", waveform, name="item-waveform"),
    path("items/<str:cited>/spectrogram.png", spectrogram, name="item-spectrogram"),
    path("items/<str:cited>/poster.jpg", poster, name="item-poster"),
    path("items/<str:cited>/sound.<sound:extension>", sound, name="item-sound"),
    path("items/<str:cited>/results", item_export, name="item-export"),
    path("items/<str:cited>/results.<export:extension>", item_export, name="item-export"),
]
