/// The attributes of a session or of a media section, in the order they are written.
package struct AttributeList: Hashable, Sendable {
    private var elements: [Attribute]

    package init(_ elements: [Attribute] = []) {
        self.elements = elements
    }

    package var isEmpty: Bool { elements.isEmpty }

    /// The value of the first attribute called `name`; `nil` when there is none. Setting replaces it where it stands,
    /// or appends; setting `nil` removes every attribute of that name.
    package subscript(name: String) -> String? {
        get { elements.first { $0.name == name }?.value }
        set { replaceAll([name], with: newValue.map { [Attribute(name, $0)] } ?? []) }
    }

    package func contains(_ name: String) -> Bool {
        elements.contains { $0.name == name }
    }

    /// The values of all attributes called `name`, in order.
    package func values(_ name: String) -> [String] {
        elements.compactMap { $0.name == name ? $0.value : nil }
    }

    package mutating func append(_ attribute: Attribute) {
        elements.append(attribute)
    }

    /// Adds the property attribute `name` unless it is there, or removes it.
    package mutating func setFlag(_ name: String, _ isSet: Bool) {
        if isSet != contains(name) { replaceAll([name], with: isSet ? [Attribute(name)] : []) }
    }

    /// Removes every attribute with one of these names and puts `replacements` where the first one stood, or at the end.
    package mutating func replaceAll(_ names: Set<String>, with replacements: [Attribute]) {
        let place = elements.firstIndex { names.contains($0.name) } ?? elements.endIndex
        elements.removeAll { names.contains($0.name) }
        elements.insert(contentsOf: replacements, at: place)
    }
}

extension AttributeList: RandomAccessCollection {
    package var startIndex: Int { elements.startIndex }
    package var endIndex: Int { elements.endIndex }
    package subscript(position: Int) -> Attribute { elements[position] }
}

extension AttributeList: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Attribute...) {
        self.init(elements)
    }
}
