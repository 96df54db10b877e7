//! A mail becomes a case: dropped, read, checked, sent.

mod arriving;
mod attached;
mod opening;
mod personal;
mod wanted;

/// A mail with one link, forwarded as an attachment by the customer who got it.
pub(crate) fn forwarded(link: &str) -> Vec<u8> {
    format!(
        "Received: from mail.customer.example (mail.customer.example [192.0.2.7])\r\n\
         \tby mx.acme.example with ESMTPS id 1; Mon, 23 Nov 2026 09:30:00 +0000\r\n\
         From: Kim Sample <kim@customer.example>\r\n\
         To: Abuse <abuse@acme.example>\r\n\
         Subject: Fwd: is this you?\r\n\
         Date: Mon, 23 Nov 2026 09:29:58 +0000\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n\
         --outer\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGot this today.\r\n\
         --outer\r\nContent-Type: message/rfc822\r\n\
         Content-Disposition: attachment; filename=\"original.eml\"\r\n\r\n\
         {}\r\n--outer--\r\n",
        String::from_utf8(phish(link)).unwrap()
    )
    .into_bytes()
}

/// The phishing mail itself, as the customer's provider delivered it.
pub(crate) fn phish(link: &str) -> Vec<u8> {
    format!(
        "Received: from relay.bad-mailer.example (relay.bad-mailer.example [203.0.113.25])\r\n\
         \tby mx.customer.example with ESMTP id 2; Mon, 23 Nov 2026 08:12:44 +0000\r\n\
         Authentication-Results: mx.customer.example; spf=fail smtp.mailfrom=acme-support.example; dmarc=fail\r\n\
         From: Acme Billing <billing@acme-support.example>\r\n\
         To: Kim Sample <kim@customer.example>\r\n\
         Subject: Your Acme account will be closed today\r\n\
         Date: Mon, 23 Nov 2026 08:12:40 +0000\r\n\
         Message-ID: <1@acme-support.example>\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: text/html; charset=utf-8\r\n\r\n\
         <html><body><p>Dear customer, your card was refused.</p>\
         <p><a href=\"{link}\" style=\"background:#06c;color:#fff;padding:12px\">Confirm your card</a></p>\
         <p><a href=\"https://www.acme.example/help\">Help</a></p></body></html>\r\n"
    )
    .into_bytes()
}
