/// A key of an object, and what stands under it.
package struct SchemaField: Hashable, Sendable {
    package let name: String
    package let schema: Schema
    package let isRequired: Bool

    package static func required(_ name: String, _ schema: Schema) -> SchemaField {
        SchemaField(name: name, schema: schema, isRequired: true)
    }

    /// May be missing or `null`.
    package static func optional(_ name: String, _ schema: Schema) -> SchemaField {
        SchemaField(name: name, schema: schema, isRequired: false)
    }
}
