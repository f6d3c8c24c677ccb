/**
 * Which code units of the basic plane are word characters, and of which kind, as ranges in hexadecimal. Kept as data
 * rather than asked of \p{…} at run time: parsing takes 0.1 ms where the expressions take 15 ms at every wake of the
 * worker, and every browser agrees with the pack compiler whatever Unicode version it knows. Unicode 17; ranges run
 * across unassigned gaps. tests/support/script-ranges-twin.ts derives it anew; a test compares.
 */
export const SCRIPT_RANGES = {
  /** Latin, Greek, Cyrillic, and the modifier letters U+02B0 to U+02FF. */
  western:
    '41-5a 61-7a aa ba c0-d6 d8-f6 f8-2ff 370-373 376-37d 37f 386 388-3e1 3f0-3f5 3f7-481 48a-52f ' +
    '1c80-1c8a 1d00-1dbf 1e00-1fbc 1fbe 1fc2-1fcc 1fd0-1fdb 1fe0-1fec 1ff2-1ffc 2071 207f 2090-209c ' +
    '2126 212a-212b 2132 214e 2183-2184 2c60-2c7f a640-a66e a67f-a69d a722-a787 a78b-a7ff ab30-ab5a ' +
    'ab5c-ab69 fb00-fb06 ff21-ff3a ff41-ff5a',
  /** Arabic, with the tatweel U+0640. */
  arabic:
    '620-64a 66e-66f 671-6d3 6d5 6e5-6e6 6ee-6ef 6fa-6fc 6ff 750-77f 870-887 889-88f 8a0-8c9 fb50-fbb1 ' +
    'fbd3-fd3d fd50-fd8f fd92-fdc7 fdf0-fdfb fe70-fefc',
  hebrew: '5d0-5f2 fb1d fb1f-fb28 fb2a-fb4f',
  hangul: '1100-11ff 3131-318e a960-a97c ac00-d7fb ffa0-ffdc',
  /** Every other script whose words stand apart: Armenian, Georgian, Devanagari, Ethiopic… */
  other:
    'b5 374 3e2-3ef 531-559 560-588 710 712-72f 74d-74f 780-7a5 7b1 7ca-7ea 7f4-7f5 7fa 800-815 81a 824 ' +
    '828 840-858 860-86a 904-939 93d 950 958-961 971-980 985-9b9 9bd 9ce 9dc-9e1 9f0-9f1 9fc a05-a39 ' +
    'a59-a5e a72-a74 a85-ab9 abd ad0-ae1 af9 b05-b39 b3d b5c-b61 b71 b83-bb9 bd0 c05-c39 c3d c58-c61 ' +
    'c80 c85-cb9 cbd cdc-ce1 cf1-cf2 d04-d3a d3d d4e d54-d56 d5f-d61 d7a-d7f d85-dc6 f00 f40-f6c ' +
    'f88-f8c 10a0-10fa 10fc-10ff 1200-135a 1380-138f 13a0-13fd 1401-166c 166f-167f 1681-169a 16a0-16ea ' +
    '16f1-1711 171f-1731 1740-1751 1760-1770 1820-1884 1887-18a8 18aa-191e 1950-19c9 1a00-1a16 ' +
    '1a20-1a54 1aa7 1b05-1b33 1b45-1b4c 1b83-1ba0 1bae-1baf 1bba-1be5 1c00-1c23 1c4d-1c4f 1c5a-1c7d ' +
    '1c90-1cbf 1ce9-1cec 1cee-1cf3 1cf5-1cf6 1cfa 2102 2107 210a-2113 2115 2119-211d 2124 2128 ' +
    '212c-212d 212f-2131 2133-2139 213c-213f 2145-2149 2c00-2c5f 2c80-2ce4 2ceb-2cee 2cf2-2cf3 ' +
    '2d00-2d6f 2d80-2dde 2e2f a000-a48c a4d0-a4fd a500-a60c a610-a61f a62a-a62b a6a0-a6e5 a717-a71f ' +
    'a788 a800-a801 a803-a805 a807-a80a a80c-a822 a840-a873 a882-a8b3 a8f2-a8f7 a8fb a8fd-a8fe ' +
    'a90a-a925 a930-a946 a984-a9b2 a9cf aa00-aa28 aa40-aa42 aa44-aa4b aa80-aaaf aab1 aab5-aab6 ' +
    'aab9-aabd aac0 aac2-aadd aae0-aaea aaf2-aaf4 ab01-ab2e ab70-abe2 fb13-fb17',
  /** Han, kana, Bopomofo, Thai, Lao, Khmer, Myanmar: no spaces between words. */
  unsegmented:
    'e01-e30 e32-e33 e40-e46 e81-eb0 eb2-eb3 ebd-ec6 edc-edf 1000-102a 103f 1050-1055 105a-105d 1061 ' +
    '1065-1066 106e-1070 1075-1081 108e 1780-17b3 17d7 17dc 3005-3007 3031-3035 303b-303c 3041-3096 ' +
    '309d-309f 30a1-30fa 30fc-312f 31a0-31bf 31f0-31ff 3400-4dbf 4e00-9fff a9e0-a9e4 a9e6-a9ef ' +
    'a9fa-a9fe aa60-aa76 aa7a aa7e-aa7f f900-fad9 ff66-ff9f',
  /** Numbers of all scripts, and '_', which joins identifiers. */
  digit:
    '30-39 5f b2-b3 b9 bc-be 660-669 6f0-6f9 7c0-7c9 966-96f 9e6-9ef 9f4-9f9 a66-a6f ae6-aef b66-b6f ' +
    'b72-b77 be6-bf2 c66-c6f c78-c7e ce6-cef d58-d5e d66-d78 de6-def e50-e59 ed0-ed9 f20-f33 1040-1049 ' +
    '1090-1099 1369-137c 16ee-16f0 17e0-17f9 1810-1819 1946-194f 19d0-19da 1a80-1a99 1b50-1b59 ' +
    '1bb0-1bb9 1c40-1c49 1c50-1c59 2070 2074-2079 2080-2089 2150-2182 2185-2189 2460-249b 24ea-24ff ' +
    '2776-2793 2cfd 3021-3029 3038-303a 3192-3195 3220-3229 3248-324f 3251-325f 3280-3289 32b1-32bf ' +
    'a620-a629 a6e6-a6ef a830-a835 a8d0-a8d9 a900-a909 a9d0-a9d9 a9f0-a9f9 aa50-aa59 abf0-abf9 ' +
    'ff10-ff19',
  /** Combining marks of all scripts. */
  mark:
    '300-36f 483-489 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8 ' +
    '6ea-6ed 711 730-74a 7a6-7b0 7eb-7f3 7fd 816-819 81b-823 825-827 829-82d 859-85b 897-89f 8ca-8e1 ' +
    '8e3-903 93a-93c 93e-94f 951-957 962-963 981-983 9bc 9be-9cd 9d7 9e2-9e3 9fe-a03 a3c-a51 a70-a71 ' +
    'a75 a81-a83 abc abe-acd ae2-ae3 afa-b03 b3c b3e-b57 b62-b63 b82 bbe-bcd bd7 c00-c04 c3c c3e-c56 ' +
    'c62-c63 c81-c83 cbc cbe-cd6 ce2-ce3 cf3-d03 d3b-d3c d3e-d4d d57 d62-d63 d81-d83 dca-ddf df2-df3 ' +
    'e31 e34-e3a e47-e4e eb1 eb4-ebc ec8-ece f18-f19 f35 f37 f39 f3e-f3f f71-f84 f86-f87 f8d-fbc fc6 ' +
    '102b-103e 1056-1059 105e-1060 1062-1064 1067-106d 1071-1074 1082-108d 108f 109a-109d 135d-135f ' +
    '1712-1715 1732-1734 1752-1753 1772-1773 17b4-17d3 17dd 180b-180d 180f 1885-1886 18a9 1920-193b ' +
    '1a17-1a1b 1a55-1a7f 1ab0-1b04 1b34-1b44 1b6b-1b73 1b80-1b82 1ba1-1bad 1be6-1bf3 1c24-1c37 ' +
    '1cd0-1cd2 1cd4-1ce8 1ced 1cf4 1cf7-1cf9 1dc0-1dff 20d0-20f0 2cef-2cf1 2d7f 2de0-2dff 302a-302f ' +
    '3099-309a a66f-a672 a674-a67d a69e-a69f a6f0-a6f1 a802 a806 a80b a823-a827 a82c a880-a881 ' +
    'a8b4-a8c5 a8e0-a8f1 a8ff a926-a92d a947-a953 a980-a983 a9b3-a9c0 a9e5 aa29-aa36 aa43 aa4c-aa4d ' +
    'aa7b-aa7d aab0 aab2-aab4 aab7-aab8 aabe-aabf aac1 aaeb-aaef aaf5-aaf6 abe3-abea abec-abed fb1e ' +
    'fe00-fe0f fe20-fe2f',
} as const;
