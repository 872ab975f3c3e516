#pragma once

#include "core/audit.h"

#include <QString>
#include <QStringList>

/// The form in which text is compared: compatibility forms and case made equal.
[[nodiscard]] QString searchForm(const QString &text);

/// Whether a field holds what was typed, both in search form: anywhere from three characters on;
/// one or two must begin a word of it.
[[nodiscard]] bool holds(const QString &field, const QString &typed);

/// The same for a MAC address and a part of one, both as digits: one or two must begin or end it.
[[nodiscard]] bool holdsDigits(const QString &mac, const QString &typed);

/// What the index of trigrams is given for a field in search form. Marks around it make its
/// beginning, its end, and the first two letters of each word three characters long.
[[nodiscard]] QString indexedForm(const QString &field);

/// What FTS5 is asked for what a filter means, as far as the index knows: it may find too much,
/// never too little. Empty when the filter asks nothing of the index.
[[nodiscard]] QString matchExpression(const HistoryFilter &filter);

/// The words of what was typed into a search field.
[[nodiscard]] QStringList wordsOf(const QString &text);
