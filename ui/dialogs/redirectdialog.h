#pragma once

#include "clients/redirectplace.h"
#include "ui/dialogs/sheet.h"

#include <optional>

class ChoiceChips;
class Gatehouse;
class QPlainTextEdit;
class TextLabel;

/// Takes the address to which a waiting device's browser was sent, as somebody copied it out of
/// that browser or out of a mail, and finds the site that the device waits on. Where several come
/// into question, a person says which.
class RedirectDialog : public Sheet
{
    Q_OBJECT

public:
    explicit RedirectDialog(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Reads what the clipboard holds. True when that named one device on one site, and placed()
    /// has been emitted: there is nothing to ask.
    [[nodiscard]] bool takeClipboard();

Q_SIGNALS:
    /// The device has a row now, which carries the redirect.
    void placed(const ClientKey &client);

protected:
    void confirm() override;

private:
    void read();
    void offerPlaces();
    void place(const RedirectPlace &at);
    [[nodiscard]] QString nameOf(const RedirectPlace &place) const;

    Gatehouse &m_gatehouse;
    QPlainTextEdit *m_address;
    TextLabel *m_found;
    ChoiceChips *m_chips;
    std::optional<CapturedRedirect> m_redirect;
    QList<RedirectPlace> m_places;
};
