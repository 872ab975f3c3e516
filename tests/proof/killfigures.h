#pragma once

#include "core/audit.h"

#include <QMap>
#include <QStringList>

/// What came of so many killed programs. Adds up over generations.
struct KillFigures
{
    int kills = 0;
    int completed = 0; ///< programs that were faster than their end
    int beforeIntent = 0; ///< killed before anything was recorded …
    int recorded = 0; ///< … with an intent, and nothing done …
    int done = 0; ///< … when the controller had done it …
    int withOutcome = 0; ///< … after the outcome was there
    int records = 0;
    int actions = 0; ///< that the controllers' logs hold
    QMap<Outcome, int> outcomes; ///< of all records
    QMap<Outcome, int> settled; ///< of those that a kill had left open

    // What must not be.
    int falseRecords = 0; ///< that claim what the controller's log denies
    int missing = 0; ///< actions in the log without an intent
    int twice = 0; ///< intents with more than one action
    int open = 0; ///< neither settled nor marked unknown
    int broken = 0; ///< histories that did not verify
    QStringList complaints;

    void add(const KillFigures &other);
    [[nodiscard]] bool isClean() const
    {
        return falseRecords + missing + twice + open + broken == 0 && complaints.isEmpty();
    }
    [[nodiscard]] QString text(const QString &title) const;
};
