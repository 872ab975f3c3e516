#pragma once

#include "core/capturedredirect.h"
#include "core/generation.h"
#include "core/wificlient.h"

#include <QList>

class ClientDirectory;
class ControllerLink;

/// A site on which the device behind a captured redirect may be waiting.
struct RedirectPlace
{
    QString controllerId;
    QString siteId;

    friend bool operator==(const RedirectPlace &, const RedirectPlace &) = default;
};

/// A controller as far as it takes to tell whether a redirect is its own.
struct RedirectSender
{
    QString controllerId;
    Generation generation = Generation::UnifiIntegration;
    QList<Site> sites; ///< as they are known now
};

[[nodiscard]] RedirectSender senderOf(const ControllerLink &link);

/// The sites that can have sent this redirect, in the order of the senders: one when it is clear,
/// none when it is nobody's, several when a person must say which. Spelling and site name decide
/// which can at all; then the access point or gateway that other clients hang on, and a list that
/// holds the device itself. A redirect is foreign text: finding its place proves nothing about it.
[[nodiscard]] QList<RedirectPlace> placesOf(const CapturedRedirect &redirect,
    const QList<RedirectSender> &senders, const ClientDirectory &directory);
