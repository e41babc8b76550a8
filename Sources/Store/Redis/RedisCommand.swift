/// A command and its arguments, such as `["SET", "session:1", bytes, "EX", 1800]`.
package struct RedisCommand: ExpressibleByArrayLiteral, Sendable {
    let arguments: [[UInt8]]

    package init(_ arguments: [any RedisArgument]) {
        self.arguments = arguments.map(\.redisBytes)
    }

    package init(arrayLiteral elements: any RedisArgument...) {
        self.init(elements)
    }

    /// As the server reads it: an array of strings, each behind its length (RESP, "Sending commands to a Redis server").
    var encoded: [UInt8] {
        var bytes = Array("*\(arguments.count)\r\n".utf8)
        for argument in arguments {
            bytes += Array("$\(argument.count)\r\n".utf8)
            bytes += argument
            bytes += Array("\r\n".utf8)
        }
        return bytes
    }
}
