/// What a media section carries: the first word of its `m=` line.
package enum MediaKind: Hashable, Sendable, CustomStringConvertible {
    case audio
    case video
    /// Data channels.
    case application
    case other(String)

    package init(_ word: String) {
        switch word {
        case "audio": self = .audio
        case "video": self = .video
        case "application": self = .application
        default: self = .other(word)
        }
    }

    package var description: String {
        switch self {
        case .audio: "audio"
        case .video: "video"
        case .application: "application"
        case .other(let word): word
        }
    }
}
