/// A body of the type multipart/form-data (RFC 7578).
struct MultipartForm {
    /// Long and random enough not to occur in sound.
    private let boundary = "parley-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    private var bytes: [UInt8] = []

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    mutating func add(_ name: String, _ value: String) {
        bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }

    mutating func add(_ name: String, file: String, type: String, _ content: [UInt8]) {
        bytes += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n".utf8)
        bytes += Array("Content-Type: \(type)\r\n\r\n".utf8) + content + Array("\r\n".utf8)
    }

    var body: [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }
}
