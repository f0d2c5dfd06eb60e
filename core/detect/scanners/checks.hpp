// Check digits. Each takes digits only and says whether they are right. Rules: ISO/IEC 7812 (Luhn), ISO 13616
// and ISO 7064 (IBAN, mod 97; DE VAT, mod 11,10), INSEE (NIR, SIRET), SPF Finances (BCE), OFS (IDE), OFAS
// (AVS, EAN-13), NHS (mod 11).
#pragma once

#include <string_view>

namespace paravent::detect::scanners {

unsigned mod97(std::string_view digits);
bool luhn(std::string_view digits);
bool siret_check(std::string_view digits);  // 14 digits; La Poste's establishments follow a rule of their own
bool tva_fr_check(std::string_view key_and_siren);  // 2 + 9 digits
bool nir_check(std::string_view thirteen, std::string_view key,
               char corsica);              // corsica: 0, or 'A' / 'B'
bool bce_check(std::string_view digits);   // 10 digits, Belgium
bool niss_check(std::string_view digits);  // 11 digits, Belgium
bool ide_check(std::string_view digits);   // 9 digits, Switzerland
bool ean13(std::string_view digits);
bool nhs_check(std::string_view digits);     // 10 digits
bool tva_lu_check(std::string_view digits);  // 8 digits
bool vat_gb_check(std::string_view digits);  // 9 digits
bool vat_de_check(std::string_view digits);  // 9 digits

}  // namespace paravent::detect::scanners
