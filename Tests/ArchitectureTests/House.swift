import Testing

/// The rooms of the house, from the cellar up, and what each may stand on.
enum House {
    /// One target.
    struct Room: Sendable, CustomTestStringConvertible {
        let name: String
        /// Under Sources; what is no part of the product has a folder beside it.
        let folder: String
        /// Synchronous values without IO or clock.
        let isCore: Bool
        /// The rooms directly below. It may import these and everything below them.
        let below: [String]
        /// Modules from elsewhere. Only checked for cores; a driver may import what Package.swift gives it.
        let foreign: Set<String>

        var testDescription: String { name }

        /// From the repository's root.
        var path: String { House.outside.contains(folder) ? folder : "Sources/\(folder)" }
    }

    static let rooms: [Room] = [
        core("Timing", at: "Timing"),

        core("Wire", at: "WebRTC/Wire", on: ["Timing"]),
        core("Secure", at: "WebRTC/Secure", on: ["Wire"], foreign: ["COpenSSL", "CSRTP"]),
        core("STUN", at: "WebRTC/STUN", on: ["Secure"]),
        core("TURN", at: "WebRTC/TURN", on: ["STUN"], foreign: ["DequeModule"]),
        core("ICE", at: "WebRTC/ICE", on: ["TURN"]),
        core("RTP", at: "WebRTC/RTP", on: ["Wire"]),
        core("SCTP", at: "WebRTC/SCTP", on: ["Wire"], foreign: ["DequeModule"]),
        core("SDP", at: "WebRTC/SDP", on: ["Wire"]),
        core("Peer", at: "WebRTC/Peer", on: ["ICE", "Secure", "RTP", "SCTP", "SDP"], foreign: ["DequeModule"]),

        core("Contract", at: "LiveKit/Contract", foreign: ["SwiftProtobuf", "FoundationEssentials"]),
        core("Token", at: "LiveKit/Token", on: ["Secure"], foreign: ["FoundationEssentials"]),
        core(
            "Room", at: "LiveKit/Room", on: ["Contract", "Peer"],
            foreign: ["SwiftProtobuf", "DequeModule", "FoundationEssentials"]),
        core(
            "Webhook", at: "LiveKit/Webhook", on: ["Contract", "Token"],
            foreign: ["SwiftProtobuf", "FoundationEssentials"]),
        core("AgentDispatch", at: "LiveKit/Dispatch", on: ["Contract", "Timing"], foreign: ["SwiftProtobuf"]),
        driver("Prometheus", at: "Prometheus", on: []),
        driver("HTTP", at: "HTTP", on: ["Threads", "Timing"]),
        driver("Service", at: "LiveKit/Service", on: ["Contract", "Token", "HTTP"]),
        driver("Transport", at: "LiveKit/Transport", on: ["Wire"]),
        driver("Client", at: "LiveKit/Client", on: ["Room", "Transport"]),

        core("Audio", at: "Audio", on: ["Timing"], foreign: ["COpus", "FoundationEssentials", "Glibc"]),
        driver("Speech", at: "Speech", on: ["Audio", "Document"]),
        driver("SpeechSockets", at: "SpeechSockets", on: ["Speech", "Transport"]),

        core("Document", at: "Graph/Document", foreign: ["FoundationEssentials", "Yams"]),
        core(
            "Engine", at: "Graph/Engine", on: ["Document", "Timing"], foreign: ["DequeModule", "FoundationEssentials"]),
        core("Conversation", at: "Graph/Conversation", on: ["Engine"], foreign: ["FoundationEssentials", "Glibc"]),
        core("Supervision", at: "Graph/Supervision", on: ["Conversation"], foreign: ["FoundationEssentials"]),
        driver("Pack", at: "Graph/Pack", on: ["Conversation"]),
        driver("Dealership", at: "Graph/Dealership", on: ["Pack"]),
        driver("Threads", at: "Store/Threads", on: []),
        driver("SQL", at: "Store/SQL", on: ["Threads"]),
        driver("Redis", at: "Store/Redis", on: ["Threads"]),
        driver("Store", at: "Store/Records", on: ["SQL", "Redis", "Supervision", "Dealership", "Secure"]),
        driver("Telemetry", at: "Telemetry", on: ["HTTP", "Store", "Speech"]),
        driver("Host", at: "Graph/Host", on: ["Store", "Speech"]),
        driver("Evaluation", at: "Graph/Evaluation", on: ["Host"]),
        driver("VoiceEvaluation", at: "VoiceEvaluation", on: ["Evaluation"]),

        core("Dialogue", at: "VoiceWorker/Dialogue", on: ["Audio"], foreign: ["DequeModule"]),
        driver("Session", at: "VoiceWorker/Session", on: ["Dialogue", "Client", "Host"]),
        driver("Worker", at: "VoiceWorker/Worker", on: ["Session", "AgentDispatch", "Service", "Token"]),

        driver("Access", at: "ControlAPI/Access", on: ["Store", "Token", "HTTP"]),
        core("Surface", at: "ControlAPI/Surface", on: ["Supervision"]),
        core(
            "Feeds", at: "ControlAPI/Feeds", on: ["Document", "Timing"],
            foreign: ["DequeModule", "FoundationEssentials", "Glibc"]),
        driver("Live", at: "ControlAPI/Live", on: ["Feeds", "Store"]),
        driver("Delivery", at: "ControlAPI/Delivery", on: ["Store", "HTTP"]),
        driver(
            "ControlAPI", at: "ControlAPI/API",
            on: ["Host", "Access", "Surface", "Live", "Delivery", "Prometheus", "Token", "Service", "Webhook"]),
        driver("RoomServer", at: "RoomServer", on: ["Peer", "Contract", "Token", "Transport"]),
        driver(
            "parley", at: "parley",
            on: ["Worker", "ControlAPI", "RoomServer", "VoiceEvaluation", "SpeechSockets", "Telemetry"]),
        driver("parley-bench", at: "Benchmarks", on: ["Worker", "Token", "Host", "ControlAPI"]),
        driver("parley-fuzz", at: "Fuzzing", on: ["Room", "Token", "Audio", "Evaluation", "Feeds", "Surface"]),
    ]

    /// Folders beside Sources that hold a program.
    static let outside: Set = ["Benchmarks", "Fuzzing"]

    /// Targets that Package.swift declares as programs, not as rooms.
    static let programs: Set = ["parley", "parley-bench", "parley-fuzz"]

    static let cores = rooms.filter(\.isCore)

    /// Every room that stands somewhere below, itself excepted.
    static func allBelow(_ room: Room) -> Set<String> {
        var found: Set<String> = []
        var pending = room.below
        while let name = pending.popLast() {
            guard found.insert(name).inserted else { continue }
            pending += rooms.first { $0.name == name }?.below ?? []
        }
        return found
    }

    private static func core(
        _ name: String, at folder: String, on below: [String] = [], foreign: Set<String> = []
    ) -> Room {
        Room(name: name, folder: folder, isCore: true, below: below, foreign: foreign)
    }

    private static func driver(_ name: String, at folder: String, on below: [String]) -> Room {
        Room(name: name, folder: folder, isCore: false, below: below, foreign: [])
    }
}
