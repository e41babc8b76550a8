/// A whole description: the session's lines, then its media sections.
package struct SessionDescription: Hashable, Sendable {
    package var origin: Origin
    /// The `s=` line.
    package var name: String
    /// The session-level `c=` line, which WebRTC leaves out.
    package var connection: String?
    /// The `t=` line.
    package var timing: String
    /// Session-level lines other than `v= o= s= c= t= a=`, whole.
    package var otherLines: [String]
    /// Session-level `a=` lines. The typed properties are views of this list.
    package var attributes: AttributeList
    package var media: [MediaDescription]

    package init(
        origin: Origin, name: String = "-", connection: String? = nil, timing: String = "0 0",
        otherLines: [String] = [], attributes: AttributeList = [], media: [MediaDescription] = []
    ) {
        self.origin = origin
        self.name = name
        self.connection = connection
        self.timing = timing
        self.otherLines = otherLines
        self.attributes = attributes
        self.media = media
    }
}
