// The recognisers. Each is called by the driver (scan.cpp one folder up) at the place its name says and adds
// what it recognises around that place; all look a bounded way, so that the whole pass is linear.
#pragma once

#include <cstddef>

#include "detect/scanners/scan.hpp"

namespace paravent::detect::scanners {

// At the first digit of a run of digits.
void recognise_phone(Scan& scan, std::size_t digit);
void recognise_nir(Scan& scan, std::size_t digit);
void recognise_iban(Scan& scan, std::size_t digit);  // the first check digit
void recognise_card(Scan& scan, std::size_t digit);
void recognise_company_number(Scan& scan, std::size_t digit);
void recognise_vat(Scan& scan, std::size_t digit);
void recognise_plate(Scan& scan, std::size_t digit);
void recognise_ipv4(Scan& scan, std::size_t digit);
void recognise_date(Scan& scan, std::size_t digit);
void recognise_english_date(Scan& scan, std::size_t digit);  // "March 12, 2024"
void recognise_age(Scan& scan, std::size_t digit);
void recognise_national_id(Scan& scan, std::size_t digit);
void recognise_labelled_id(Scan& scan, std::size_t digit);
void recognise_address(Scan& scan, std::size_t digit);         // "12 rue du Lac", "14 Elm Street"
void recognise_address_before(Scan& scan, std::size_t digit);  // "Rue du Lac 12", "BP 12, 35000 Rennes"

// At a sign.
void recognise_dialled(Scan& scan, std::size_t sign);  // '+' or '('
void recognise_at(Scan& scan, std::size_t sign);       // '@': e-mail address or handle
void recognise_scheme(Scan& scan, std::size_t colon);  // "://"
void recognise_domain(Scan& scan, std::size_t dot);
void recognise_ipv6(Scan& scan, std::size_t colon);

// Once a text: cells of tables, by the heads of their columns.
void recognise_tables(Scan& scan);

// At the first letter of a word: dates and ages in words.
void recognise_words(Scan& scan, std::size_t letter);

}  // namespace paravent::detect::scanners
