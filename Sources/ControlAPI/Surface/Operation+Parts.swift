package import Document

extension Operation {
    /// A part of the path, the query or the headers.
    package struct Parameter: Sendable {
        package enum Place: String, Hashable, Sendable {
            case path, query, header
        }

        package let name: String
        package let place: Place
        package let schema: Schema
        package let isRequired: Bool

        package init(_ name: String, in place: Place, _ schema: Schema, isRequired: Bool? = nil) {
            self.name = name
            self.place = place
            self.schema = schema
            self.isRequired = isRequired ?? (place == .path)
        }
    }

    /// What is answered with one status.
    package struct Answer: Sendable {
        package let status: Int
        /// A sentence without a full stop.
        package let meaning: String
        /// `nil`: no body, or one that is not JSON.
        package let schema: Schema?
        package let mediaType: String

        package init(_ status: Int, _ meaning: String, _ schema: Schema? = nil, mediaType: String = "application/json")
        {
            self.status = status
            self.meaning = meaning
            self.schema = schema
            self.mediaType = mediaType
        }
    }
}
