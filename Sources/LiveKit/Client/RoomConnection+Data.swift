package import Room
import Timing

/// Data, streams and calls. What is refused is not sent later: that is the owner's to decide.
extension RoomConnection {
    /// What became of data packets that were not delivered.
    package var dataCounters: DataCounters { room.dataCounters }

    package func send(_ message: OutgoingData) throws(DataError) {
        try attempt { room, now throws(DataError) in try room.send(message, now: now) }
    }

    /// Sends a whole text as a stream, whose id is returned.
    @discardableResult
    package func send(_ text: OutgoingText) throws(DataError) -> String {
        try attempt { room, now throws(DataError) in try room.send(text, now: now) }
    }

    /// Types a line into the room's chat.
    package func sendChat(_ text: String, timestamp: Int64, to destinations: [String] = []) throws(DataError) {
        _ = try attempt { room, now throws(DataError) in
            try room.sendChat(text, timestamp: timestamp, to: destinations, now: now)
        }
    }

    // MARK: Streams

    /// Opens a stream, whose id is returned.
    package func open(_ stream: OutgoingStream) throws(DataError) -> String {
        try attempt { room, now throws(DataError) in try room.open(stream, now: now) }
    }

    package func append(_ text: String, to stream: String) throws(DataError) {
        try attempt { room, now throws(DataError) in try room.append(text, to: stream, now: now) }
    }

    package func append(_ bytes: [UInt8], to stream: String) throws(DataError) {
        try attempt { room, now throws(DataError) in try room.append(bytes, to: stream, now: now) }
    }

    package func close(_ stream: String, attributes: [String: String] = [:], reason: String = "") throws(DataError) {
        try attempt { room, now throws(DataError) in
            try room.close(stream, attributes: attributes, reason: reason, now: now)
        }
    }

    /// Sends a whole file as a stream, whose id is returned.
    @discardableResult
    package func send(_ bytes: [UInt8], as stream: OutgoingStream) throws(DataError) -> String {
        try attempt { room, now throws(DataError) in try room.send(bytes, as: stream, now: now) }
    }

    // MARK: Calls

    /// Calls a method of another participant; `.rpcAnswered` with the returned id follows.
    package func performRPC(_ call: OutgoingRPC) throws(RPCError) -> String {
        try attempt { room, now throws(RPCError) in try room.performRPC(call, now: now) }
    }

    /// From now on calls of this method come as `.rpcRequested`.
    package func registerRPC(_ method: String) {
        drive { room, _ in room.registerRPC(method) }
    }

    package func respond(to request: RPCRequest, with result: Result<String, RPCError>) throws(DataError) {
        try attempt { room, now throws(DataError) in try room.respond(to: request, with: result, now: now) }
    }

    private func attempt<Value, Failure>(
        _ body: (inout Room, Instant) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var result: Result<Value, Failure>?
        drive { room, now in
            do throws(Failure) { result = .success(try body(&room, now)) } catch { result = .failure(error) }
        }
        guard let result else { preconditionFailure("what is driven was run") }
        return try result.get()
    }
}
