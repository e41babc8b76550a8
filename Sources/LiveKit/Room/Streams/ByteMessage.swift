/// A byte stream, such as a file, that has arrived whole.
package struct ByteMessage: Hashable, Sendable {
    package let stream: StreamInfo
    /// The file's name, as its sender calls it: not to be used as a path.
    package let name: String
    package let bytes: [UInt8]
}
