/// The next piece of a text stream that is still arriving; the pieces together are the text.
package struct TextPiece: Hashable, Sendable {
    package let stream: StreamInfo
    package let text: String
}
