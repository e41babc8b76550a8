import Wire

extension Candidate: CustomStringConvertible {
    /// `candidate:…` (RFC 8839, section 5.1).
    package var description: String {
        var words = ["candidate:\(foundation)", "\(component)", transport.rawValue, "\(priority)"]
        words += ["\(address.ip)", "\(address.port)", "typ", type.rawValue]
        if let relatedAddress { words += ["raddr", "\(relatedAddress.ip)", "rport", "\(relatedAddress.port)"] }
        if let tcpType { words += ["tcptype", tcpType.rawValue] }
        return (words + extensions.flatMap { [$0.name, $0.value] }).joined(separator: " ")
    }

    /// From a candidate line, with or without `a=` and `candidate:`. `nil` when it cannot be read, or when its address is a
    /// name: this host does not resolve mDNS names, and the other end's checks reveal its address.
    package init?(_ text: String) {
        var line = text[...]
        for prefix in ["a=", "candidate:"] where line.hasPrefix(prefix) { line = line.dropFirst(prefix.count) }
        let words = line.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init)
        guard words.count >= 8, words[6] == "typ", (1...32).contains(words[0].utf8.count),
            let component = UInt16(words[1]), let transport = CandidateTransport(rawValue: words[2].lowercased()),
            let priority = UInt32(words[3]), let address = TransportAddress(words[4], words[5]),
            let type = CandidateType(rawValue: words[7])
        else { return nil }
        self.init(
            foundation: words[0], component: component, transport: transport, priority: priority, address: address,
            type: type)
        readExtensions(words[8...])
    }

    private mutating func readExtensions(_ words: ArraySlice<String>) {
        var rest = words
        var relatedIP: String?
        while rest.count >= 2 {
            let (name, value) = (rest.removeFirst(), rest.removeFirst())
            switch name {
            case "raddr": relatedIP = value
            case "rport": relatedAddress = relatedIP.flatMap { TransportAddress($0, value) }
            case "tcptype": tcpType = TCPType(rawValue: value)
            default: extensions.append(CandidateExtension(name, value))
            }
        }
    }
}

extension TransportAddress {
    fileprivate init?(_ ip: String, _ port: String) {
        guard let ip = IPAddress(ip), let port = UInt16(port) else { return nil }
        self.init(ip: ip, port: port)
    }
}
