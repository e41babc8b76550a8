extension SessionDescription {
    /// Reads a description whose lines end in CRLF or LF. Unknown attributes and lines are kept.
    package init(parsing text: String) throws(SDPError) {
        var parser = Parser()
        for (index, line) in Self.lines(of: text).enumerated() {
            try parser.take(line, number: index + 1)
        }
        self = try parser.finish()
    }

    /// Split by bytes, because "\r\n" is one Swift character.
    private static func lines(of text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { bytes in
            var bytes = bytes
            while bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            return bytes.isEmpty ? nil : Substring(bytes)
        }
    }

    /// Takes lines one by one; a section is open from its `m=` line to the next.
    private struct Parser {
        private var sawAnything = false
        private var sawVersion = false
        private var session: SessionDescription?
        private var section: MediaDescription?

        mutating func take(_ line: Substring, number: Int) throws(SDPError) {
            sawAnything = true
            guard let letter = line.first, line.dropFirst().first == "=" else { throw .malformedLine(number) }
            let value = line.dropFirst(2)
            switch (letter, session != nil) {
            case ("v", false):
                guard value == "0", !sawVersion else { throw .malformedLine(number) }
                sawVersion = true
            case ("o", false):
                guard let origin = Origin(line: value) else { throw .malformedLine(number) }
                session = SessionDescription(origin: origin)
            case (_, false): throw .missingLine(sawVersion ? "o" : "v")
            case ("v", true) where section == nil, ("o", true) where section == nil: throw .malformedLine(number)
            case ("m", true):
                closeSection()
                guard let opened = MediaDescription(line: value) else { throw .malformedLine(number) }
                section = opened
            default:
                if section != nil { section?.take(letter, value, line) } else { session?.take(letter, value, line) }
            }
        }

        private mutating func closeSection() {
            if let section { session?.media.append(section) }
            section = nil
        }

        mutating func finish() throws(SDPError) -> SessionDescription {
            closeSection()
            guard sawAnything else { throw .empty }
            guard sawVersion else { throw .missingLine("v") }
            guard let session else { throw .missingLine("o") }
            return session
        }
    }

    private mutating func take(_ letter: Character, _ value: Substring, _ line: Substring) {
        switch letter {
        case "s": name = String(value)
        case "c": connection = String(value)
        case "t": timing = String(value)
        case "a": attributes.append(Attribute(line: value))
        default: otherLines.append(String(line))
        }
    }
}

extension MediaDescription {
    fileprivate mutating func take(_ letter: Character, _ value: Substring, _ line: Substring) {
        switch letter {
        case "c": connection = String(value)
        case "a": attributes.append(Attribute(line: value))
        default: otherLines.append(String(line))
        }
    }
}
