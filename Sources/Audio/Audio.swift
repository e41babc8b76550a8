// # Audio
//
// Sound as values: frames, the Opus codec, resampling, the jitter buffer, voice activity, echo and keys in the sound, the
// playout buffer, WAV files and recordings in Ogg Opus.
//
// In:  RTP payload ─► `JitterBuffer` ─► `OpusDecoder` ─► `TimeStretch` ─► 20 ms frames      (all four: `AudioReceiver`)
//                     frame ─► `VoiceActivityDetector` ─► `SpeechCounter` ─► started, barge-in, ended
//                     frame ─► `EchoGauge` (with what is played), `PitchMeter`, `ToneDetector`
// Out: synthesiser ─► `Resampler` (if needed) ─► `PlayoutBuffer` ─► `OpusEncoder` ─► RTP payload
//
// *Assumes* mono 16-bit samples, 20 ms frames, and one owner per value: a call. Only `SileroNetwork` (weights) is shared.
// *Out of scope*: sockets, RTP headers, clocks, mixing, echo cancellation.
//
// Laws:
// 1. Every buffer is bounded by duration or count, and says what it did with what did not fit.
// 2. Whatever arrives in a packet or a file ends in a typed error or in concealment, never in a trap.
// 3. Time is the argument `now:`; nothing here reads a clock.
