#pragma once

#include "drivers/pairhalf.h"

/// Whether this half can give such an authorization, the other one setting afterwards the rates
/// that it cannot set itself.
[[nodiscard]] bool grantable(
    const PairHalf &granting, const PairHalf &other, const AuthorizeOrder &order);

/// Where both can: whether the account should.
[[nodiscard]] bool accountGoesFirst(
    const PairHalf &api, const PairHalf &account, const AuthorizeOrder &order);

/// Gives the authorization, then sets the rates that the granting half cannot. rates may be null;
/// rated is the client as its half calls it. Rates that are refused leave the answer incomplete.
[[nodiscard]] Job<ActionAnswer> *grant(ClientAuthorizer &granting, const AuthorizeOrder &order,
    ClientRateSetter *rates, const WifiClient &rated, QObject *parent);
