/**
 * What a text is about, told by its commonest words: public affairs, in which a pack of world news is at home, and the
 * fields in which its acronyms mean other things (CAC the stock index, MFA the degree, PLA the plastic, US the ultrasound).
 * Words with a sense in both are in neither list.
 */
export const DOMAIN_WORDS = {
  affairs: `government governments policy policies internet cyberspace cyber cybersecurity digital privacy regulator regulators
    regulation regulatory law laws legislation bill bills parliament lawmakers ministry minister ministers sanctions trade tariff
    tariffs election elections summit treaty diplomat diplomats diplomatic telecom telecoms telecommunications surveillance
    censorship security sovereignty rights democracy democratic countries nations economy economic border military war foreign
    geneva beijing brussels washington moscow delegates multilateral intergovernmental governance geopolitical authorities officials
    secretariat politburo congress senate commission infrastructure standards spectrum satellite satellites railway loans lending
    investment activists campaigners peacekeepers ambassador embassy sovereign union bloc broadband network networks operators
    domain domains online technology technologies competition antitrust encrypted data ministerial chinese china's china russian
    european gouvernement politique sécurité numérique commerce gobierno política seguridad comercio regierung politik sicherheit
    handel правительство политика безопасность`,
  medicine: `patient patients doctor doctors nurse bed beds wards ventilator clinical serum plasma receptor receptors hormone cells cell protein proteins gene genes insulin tumor
    tumour cancer disease diseases therapy treatment symptoms diagnosis surgery surgical ultrasound echocardiography doppler ct mri
    biopsy scan scans probe transducer artery carotid liver renal bone syndrome diabetes infection antibody antibodies assay assays
    mice rats placebo dose doses trial cohort infants pregnancy women surgeon surgeons hospital ward nurses ventilator anaesthesia
    adrenal insufficiency cortisol pain muscle arthritis oncology lesion lesions tissue blood radiology radiologists sonography
    acute chronic diagnostic specificity sensitivity prenatal ingestion foot forefoot breeding insemination cattle`,
  science: `theorem lemma proof vertex vertices graph graphs automata automaton polynomial tensor gauge matrix eigenvalue asymptotic
    convergence sequential nanoparticles catalytic adduct adducts polymer acetate spectroscopy electron neutron particle baryon orbit
    orbits sun neptune jupiter astronomical voltage transistor modem baud ghz mhz mbps disk bandwidth latency compiler kernel linux
    unix prediction intervals calibration tree trees treap scheduling subscriber router firmware adsl dsl byte bytes derivation
    random variable coefficient extruder filament nozzle degrees`,
  sport: `match matches goal goals league club clubs coach coaches player players team teams championship championships championship's
    tournament triathlon triathlete triathletes duathlon athlete athletes swim swimming cycling cyclist cyclists marathon race races
    racing olympic olympics medal medals season seasons squad striker midfielder goalkeeper goalkeepers football soccer rugby cricket
    basketball hockey golf tennis stadium scored score kilometres finish podium quarterback touchdown roster fixture cup`,
  home: `recipe oven bake baking butter flour sugar sauce garlic cider orchard orchards fruit tree trees pie juice harvest pollination
    knit sewing garden gardening novel poem poems lyrics album albums song songs band singer film films actor actress chapter verse
    creative writing degree poetry fiction painting sculpture thesis  graduate mortgage rent indie gamers password login
    mountains massif peak creek valley furnace census hiking lake river county`,
} as const;
