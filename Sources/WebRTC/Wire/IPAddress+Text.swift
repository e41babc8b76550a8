extension IPAddress: CustomStringConvertible {
    /// Dotted decimal, or colon-separated groups with the longest run of zeros shortened (RFC 5952).
    package var description: String {
        switch self {
        case .v4(let bits):
            return [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
        case .v6(let high, let low):
            let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> $0) } }
            return Self.text(of: groups)
        }
    }

    /// From its text (RFC 4291, section 2.2; a zone such as `%eth0` is ignored); `nil` when it is neither form.
    package init?(_ text: some StringProtocol) {
        let bare = String(text.prefix { $0 != "%" })
        if bare.contains(":") {
            guard let groups = Self.groups(of: bare) else { return nil }
            self = .v6(high: Self.packed(groups[0..<4]), low: Self.packed(groups[4..<8]))
        } else {
            guard let bits = Self.dottedDecimal(bare) else { return nil }
            self = .v4(bits)
        }
    }

    private static func packed(_ groups: ArraySlice<UInt16>) -> UInt64 {
        groups.reduce(0) { $0 << 16 | UInt64($1) }
    }

    private static func dottedDecimal(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard part.count <= 3, part.allSatisfy(\.isASCII), let byte = UInt8(part) else { return nil }
            bits = bits << 8 | UInt32(byte)
        }
        return bits
    }

    private static func groups(of text: String) -> [UInt16]? {
        let sides = text.components(separatedByDoubleColon: ())
        guard let sides else { return nil }
        guard let head = parsedGroups(sides.head), let tail = parsedGroups(sides.tail ?? "") else { return nil }
        let missing = 8 - head.count - tail.count
        guard sides.tail == nil ? missing == 0 : missing >= 1 else { return nil }
        return head + Array(repeating: 0, count: missing) + tail
    }

    private static func parsedGroups(_ text: String) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1, let bits = dottedDecimal(String(part)) {
                groups += [UInt16(truncatingIfNeeded: bits >> 16), UInt16(truncatingIfNeeded: bits)]
            } else {
                guard (1...4).contains(part.count), let group = UInt16(part, radix: 16) else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    private static func text(of groups: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start > max(1, best.count) { best = start..<end }
            start = max(end, start + 1)
        }
        let hex = { (slice: ArraySlice<UInt16>) in slice.map { String($0, radix: 16) }.joined(separator: ":") }
        guard !best.isEmpty else { return hex(groups[...]) }
        return hex(groups[..<best.lowerBound]) + "::" + hex(groups[best.upperBound...])
    }
}

extension String {
    /// What stands before and after the only "::"; no tail when there is none; `nil` when there are two.
    fileprivate func components(separatedByDoubleColon: Void) -> (head: String, tail: String?)? {
        guard let first = firstRange(of: "::") else { return (self, nil) }
        let tail = self[first.upperBound...]
        guard tail.firstRange(of: "::") == nil else { return nil }
        return (String(self[..<first.lowerBound]), String(tail))
    }
}
