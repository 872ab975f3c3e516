#include "core/wificlient.h"

using namespace Qt::StringLiterals;

QString toWord(ClientState state)
{
    switch (state) {
    case ClientState::Unknown:
        return u"unknown"_s;
    case ClientState::Waiting:
        return u"waiting"_s;
    case ClientState::Authorized:
        return u"authorized"_s;
    case ClientState::Expired:
        return u"expired"_s;
    case ClientState::NotGuest:
        return u"notGuest"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(AuthorizationMethod method)
{
    switch (method) {
    case AuthorizationMethod::Unknown:
        return {};
    case AuthorizationMethod::Api:
        return u"api"_s;
    case AuthorizationMethod::Voucher:
        return u"voucher"_s;
    case AuthorizationMethod::Operator:
        return u"operator"_s;
    case AuthorizationMethod::Portal:
        return u"portal"_s;
    case AuthorizationMethod::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}
