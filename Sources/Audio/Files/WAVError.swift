/// Why a file is not a WAV file that can be read.
package enum WAVError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It does not begin with RIFF … WAVE.
    case notWAV
    /// It ends before what its own lengths promise.
    case truncated
    /// A chunk that must be there is not.
    case missingChunk(String)
    /// Compressed, or of floating point: the format's number.
    case unsupportedFormat(UInt16)
    /// Only 16 bits a sample are read.
    case unsupportedDepth(bits: UInt16)
    /// Neither mono nor stereo.
    case unsupportedChannels(UInt16)
    /// Not a number of samples a second between 1 000 and 384 000.
    case unsupportedRate(UInt32)
    /// There is not one sample.
    case empty

    package var description: String {
        switch self {
        case .notWAV: "not a WAV file"
        case .truncated: "the WAV file is cut off"
        case .missingChunk(let name): "the WAV file has no '\(name)' chunk"
        case .unsupportedFormat(let format): "the WAV file is not plain PCM (format \(format))"
        case .unsupportedDepth(let bits): "the WAV file has \(bits) bits a sample; 16 are needed"
        case .unsupportedChannels(let count): "the WAV file has \(count) channels; one or two are needed"
        case .unsupportedRate(let rate): "the WAV file has an impossible rate of \(rate) samples a second"
        case .empty: "the WAV file has no sound"
        }
    }
}
