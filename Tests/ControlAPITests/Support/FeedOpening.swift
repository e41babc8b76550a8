/// How a feed is asked for; a plain path will mostly do.
struct FeedOpening: ExpressibleByStringLiteral {
    let path: String
    var origin: String?
    /// Bytes; a small one makes a slow reader slow soon.
    var receiveBuffer: Int32?

    init(_ path: String, origin: String? = nil, receiveBuffer: Int32? = nil) {
        self.path = path
        self.origin = origin
        self.receiveBuffer = receiveBuffer
    }

    init(stringLiteral path: String) {
        self.init(path)
    }
}
