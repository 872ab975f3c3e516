#include "drivers/omadasession.h"

#include "drivers/asked.h"
#include "drivers/patientexchange.h"
#include "wire/omada_openapi/failures.h"

using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;

namespace {

/// No token: what the codes leave open is told apart by where the controller is.
Failure advised(Failure failure, const QUrl &base)
{
    using enum Failure::Kind;
    const bool isRefusal = failure.kind == SignInRefused || failure.kind == NotSupported
        || failure.kind == NotFound || failure.kind == Refused;
    if (isRefusal)
        failure.advice = base.host().endsWith("-omada-northbound.tplinkcloud.com"_L1)
            ? Failure::Advice::CheckRegion
            : Failure::Advice::SwitchOpenApiOn;
    return failure;
}

} // namespace

OmadaSession::OmadaSession(
    QString omadacId, Credential application, HttpChannel *channel, QObject *parent)
    : Session(channel, parent)
    , m_omadacId(std::move(omadacId))
    , m_application(std::move(application))
{
}

Job<openapi::ApiInfo> *OmadaSession::apiInfo(QObject *parent)
{
    return askedOf<openapi::ApiInfo>(
        sendPatiently(channel(), openapi::apiInfo(), parent), openapi::readApiInfo, parent);
}

Job<HttpReply> *OmadaSession::exchange(MakeCall makeCall, QObject *parent)
{
    return Session::exchange(
        [this, makeCall = std::move(makeCall)] { return makeCall(Requests(m_omadacId, m_token)); },
        parent);
}

void OmadaSession::beginSignIn()
{
    if (m_omadacId.isEmpty())
        learnId();
    else
        requestToken();
}

void OmadaSession::learnId()
{
    apiInfo(this)->then(this, [this](const Result<openapi::ApiInfo> &info) {
        if (!info)
            return endSignIn(fail(info.error()));
        m_omadacId = info->omadacId;
        requestToken();
    });
}

void OmadaSession::requestToken()
{
    Job<HttpReply> *sent = channel().send(
        openapi::token(m_omadacId, m_application.account.trimmed(), m_application.secret));
    askedOf<openapi::Token>(sent, openapi::readToken, this)
        ->then(this, [this](const Result<openapi::Token> &token) {
            if (!token)
                return endSignIn(fail(advised(token.error(), channel().baseUrl())));
            m_token = token->accessToken;
            endSignIn(Done{});
        });
}

Session::Again OmadaSession::mayGoAgain(const HttpRequest &sent, const HttpReply &reply)
{
    Q_UNUSED(sent)
    const std::optional<Failure> failure = openapi::failureOf(reply);
    return failure && failure->kind == Failure::Kind::SessionExpired ? Again::AfterSignIn
                                                                     : Again::No;
}

void OmadaSession::forgetSession()
{
    m_token = {};
}
