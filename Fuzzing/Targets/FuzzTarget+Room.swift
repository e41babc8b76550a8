import Contract
import SwiftProtobuf

// A room whose server, or whose other participants, say what the script holds.
extension FuzzTarget {
    /// Signalling: from the request for a socket on, in every phase.
    static let signal = FuzzTarget(name: "signal") {
        try RoomSeeds.signals()
    } feed: { input in
        guard var stage = try? RoomStage() else { fatalError("no certificate could be made") }
        for step in Script(input) { stage.take(step) }
    }

    /// Data packets in a connected room: user data, texts, files, calls of procedures.
    static let data = FuzzTarget(name: "data") {
        try RoomSeeds.data()
    } feed: { input in
        guard var stage = try? RoomStage(), stage.connect() else { fatalError("the room does not connect") }
        for step in Script(input) { stage.takeData(step) }
    }
}
