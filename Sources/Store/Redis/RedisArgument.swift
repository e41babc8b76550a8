/// What can be a part of a command: text, numbers, bytes.
package protocol RedisArgument: Sendable {
    /// The bytes as the server gets them; any bytes will do.
    var redisBytes: [UInt8] { get }
}

extension String: RedisArgument {
    package var redisBytes: [UInt8] { Array(utf8) }
}

extension Int: RedisArgument {
    package var redisBytes: [UInt8] { Array("\(self)".utf8) }
}

extension Double: RedisArgument {
    package var redisBytes: [UInt8] { Array("\(self)".utf8) }
}

extension [UInt8]: RedisArgument {
    package var redisBytes: [UInt8] { self }
}
