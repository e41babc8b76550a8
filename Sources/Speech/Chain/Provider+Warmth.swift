extension Provider {
    /// Asks for the list of models, which costs nothing, so that a connection is open when it is needed. Whatever comes of it
    /// is ignored; errors show when somebody asks in earnest.
    func warmUp() async {
        var request = HTTPRequest(url: endpoint("models"), timeout: .seconds(5))
        request.authorize(key)
        _ = try? await HTTPTransport.shared.send(request)
    }
}
