import Foundation

/// A request's path, with doubled slashes collapsed, and its query parameters, decoded; the first of a name counts.
struct RequestTarget: Hashable, Sendable {
    let path: String
    let query: [String: String]

    init(_ uri: String) {
        let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = (parts.first ?? "").split(separator: "/")
        path = "/" + segments.joined(separator: "/")
        var query: [String: String] = [:]
        for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides[0].removingPercentEncoding, query[name] == nil else { continue }
            query[name] = sides.count > 1 ? sides[1].removingPercentEncoding : ""
        }
        self.query = query
    }
}
