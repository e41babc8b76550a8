/// A STUN or TURN server that clients are told of.
package struct AnnouncedServer: Hashable, Sendable, Codable {
    /// `stun:host:port`, `turn:host:port?transport=udp`, `turns:…`
    package var urls: [String]
    package var username: String
    package var credential: String

    package init(urls: [String], username: String = "", credential: String = "") {
        self.urls = urls
        self.username = username
        self.credential = credential
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        urls = try values.decode([String].self, forKey: .urls)
        username = try values.decodeIfPresent(String.self, forKey: .username) ?? ""
        credential = try values.decodeIfPresent(String.self, forKey: .credential) ?? ""
    }
}
