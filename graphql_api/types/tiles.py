"""Pictures of sound: pyramids of tiles that the player draws."""

from typing import Any

import strawberry


@strawberry.type(description="A pyramid of tiles: the same picture at several resolutions.")
class TileSet:
    kind: str = strawberry.field(description="What is drawn: waveform or spectrogram.")
    base: float = strawberry.field(
        description="Samples that one bucket or column of level 0 stands for."
    )
    factor: int = strawberry.field(
        description="How many buckets or columns of a level make one of the next."
    )
    tile: int = strawberry.field(description="Buckets or columns in a tile; the last has fewer.")
    levels: list[int] = strawberry.field(
        description="How many buckets or columns each level has, finest first."
    )
    channels: int = strawberry.field(description="How many channels are drawn.")
    sample_rate: float = strawberry.field(description="The sound's samples per second, in Hz.")
    hop: int | None = strawberry.field(
        description="Samples between columns of level 0; null for a waveform."
    )
    bands: int | None = strawberry.field(
        description="Frequency bands of a column, from 0 to Nyquist; null for a waveform."
    )
    min_db: float | None = strawberry.field(
        description="The level that is drawn as 0, in dB; 255 is 0 dB. Null for a waveform."
    )
    duration: float = strawberry.field(description="How much sound is drawn, in seconds.")
    url_template: str = strawberry.field(
        description="Where the tiles lie; put level and index in place of {level} and {index}."
    )

    @classmethod
    def of(cls, item_id: object, output: Any) -> "TileSet":
        data = output.data
        return cls(
            kind=str(data["kind"]),
            base=data["base"],
            factor=data["factor"],
            tile=data["tile"],
            levels=list(data["levels"]),
            channels=data["channels"],
            sample_rate=data["sampleRate"],
            hop=data.get("hop"),
            bands=data.get("bands"),
            min_db=data.get("minDb"),
            duration=data["duration"],
            url_template=(
                f"/media/items/{item_id}/tiles/{output.content_hash}/{{level}}/{{index}}"
            ),
        )
