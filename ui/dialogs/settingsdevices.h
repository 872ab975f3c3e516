#pragma once

#include "core/loginpolicy.h"
#include "core/result.h"

#include <QList>
#include <QWidget>

#include <optional>

class ChoiceChips;
class Gatehouse;
class QCheckBox;
class QComboBox;
class QSpinBox;

/// How many devices one guest may have: everywhere, and where a controller or a site is to differ.
class SettingsDevices : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsDevices(Gatehouse &gatehouse, QWidget *parent = nullptr);

    [[nodiscard]] Result<Done> keep();

private:
    /// Where a policy may be set: both ids empty is everywhere, an empty site the whole controller.
    struct Place
    {
        QString controllerId;
        QString siteId;
        std::optional<LoginPolicy> own; ///< absent: the wider place decides
    };

    void listPlaces();
    void addPlace(const QString &name, const QString &controllerId, const QString &siteId);
    [[nodiscard]] std::optional<LoginPolicy> widerThan(const Place &place) const;
    void build();
    void showPlace();
    void takeEdit();

    Gatehouse &m_gatehouse;
    QList<Place> m_places;
    QComboBox *m_place;
    QCheckBox *m_own;
    QCheckBox *m_limited;
    QWidget *m_rule;
    QSpinBox *m_devices;
    ChoiceChips *m_per;
    ChoiceChips *m_atLimit;
    QCheckBox *m_goOn;
};
