#include "sim/requestparser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <QUrl>

namespace http = boost::beast::http;

namespace {

constexpr quint32 mostHeaderBytes = 32 * 1024;
constexpr quint64 mostBodyBytes = 1024 * 1024;

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
    : m_beast(std::make_unique<Beast>())
{
    begin();
}

RequestParser::~RequestParser() = default;

void RequestParser::begin()
{
    m_beast->parser.emplace();
    m_beast->parser->eager(true);
    m_beast->parser->header_limit(mostHeaderBytes);
    m_beast->parser->body_limit(mostBodyBytes);
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
        if (error == http::error::body_limit || error == http::error::header_limit)
            return State::TooLarge;
        if (error)
            return State::Malformed;
    }
    return parser.is_done() ? State::Complete : State::NeedsMore;
}

SimRequest RequestParser::takeRequest()
{
    const auto message = m_beast->parser->release();
    m_keepAlive = message.keep_alive();

    SimRequest request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.sliced(mark + 1)));
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
