/// A text stream that has arrived whole.
package struct TextMessage: Hashable, Sendable {
    package let stream: StreamInfo
    package let text: String
}
