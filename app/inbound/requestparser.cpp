#include "inbound/requestparser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <QUrl>

namespace http = boost::beast::http;

namespace {

template <typename Text>
QByteArray bytes(const Text &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

struct RequestParser::Beast
{
    std::optional<http::request_parser<http::string_body>> parser;
};

RequestParser::RequestParser()
    : RequestParser(Limits{})
{
}

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
    , m_beast(std::make_unique<Beast>())
{
    begin();
}

RequestParser::~RequestParser() = default;

void RequestParser::begin()
{
    m_beast->parser.emplace();
    m_beast->parser->eager(true);
    m_beast->parser->header_limit(m_limits.head);
    m_beast->parser->body_limit(m_limits.body);
}

RequestParser::State RequestParser::feed(QByteArray &input)
{
    auto &parser = *m_beast->parser;
    while (!input.isEmpty() && !parser.is_done()) {
        boost::beast::error_code error;
        const size_t used
            = parser.put(boost::asio::buffer(input.constData(), size_t(input.size())), error);
        input.remove(0, qsizetype(used));
        if (error == http::error::need_more)
            return State::NeedsMore;
        if (error == http::error::body_limit)
            return State::BodyTooLarge;
        if (error == http::error::header_limit)
            return parser.get().target().empty() ? State::LineTooLong : State::HeadTooLarge;
        if (error)
            return State::Malformed;
    }
    return parser.is_done() ? State::Complete : State::NeedsMore;
}

InboundRequest RequestParser::takeRequest()
{
    const auto message = m_beast->parser->release();
    m_keepAlive = message.keep_alive();

    InboundRequest request;
    request.method = bytes(message.method_string());
    request.target = bytes(message.target());
    const qsizetype mark = request.target.indexOf('?');
    request.path = mark < 0 ? request.target : request.target.first(mark);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(request.target.sliced(mark + 1)));
    for (const auto &field : message)
        request.headers.insert(bytes(field.name_string()).toLower(), bytes(field.value()));
    request.body = bytes(message.body());
    begin();
    return request;
}

bool RequestParser::keepsAlive() const
{
    return m_keepAlive;
}
