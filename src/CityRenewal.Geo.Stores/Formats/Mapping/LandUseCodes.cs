namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The codes of the two systems of land use that look alike and mean different things.</summary>
internal static class LandUseCodes
{
    /// <summary>Third national land survey (工作分类), field DLBM.</summary>
    public const string Survey = "三调";

    /// <summary>Classification of land and sea use for territorial plans, field YDYHFLDM.</summary>
    public const string Plan = "用地用海分类";

    // First level, then the codes below it; letters are digits of the third and fourth place.
    private static readonly HashSet<string> OfSurvey = Codes(
        "00 0303 0304 0306 0402 0603 1105 1106 1108 01 0101 0102 0103 02 0201 0202 0203 0204 03 0301 0302 0305 0307 04 0401 0403 0404 "
        + "05 05H1 0508 06 0601 0602 07 0701 0702 08 08H1 08H2 0809 0810 09 10 1001 1002 1003 1004 1005 1006 1007 1008 1009 "
        + "11 1101 1102 1103 1104 1107 1109 1110 12 1201 1202 1203 1204 1205 1206 1207");

    private static readonly HashSet<string> OfPlan = Codes(
        "01 0101 0102 0103 02 0201 0202 0203 0204 0205 03 0301 0302 0303 0304 04 0401 0402 0403 05 0501 0502 0503 0504 0505 0506 0507 "
        + "06 0601 0602 0603 0604 07 0701 0702 0703 0704 08 0801 0802 0803 0804 0805 0806 0807 09 0901 0902 0903 0904 10 1001 1002 1003 "
        + "11 1101 1102 12 1201 1202 1203 1204 1205 1206 1207 1208 1209 13 1301 1302 1303 1304 1305 1306 1307 1308 1309 1310 1311 1312 1313 "
        + "14 1401 1402 1403 15 1501 1502 1503 1504 1505 1506 1507 16 17 1701 1702 1703 1704 1705 1706 18 19 20 21 22 23 2301 2302 2303 2304 "
        + "2305 2306 2307 24");

    /// <summary>Whether the survey has the code; a letter behind it (0810A, 0201K) marks a part of it.</summary>
    public static bool IsOfSurvey(string code) =>
        OfSurvey.Contains(code) || (code.Length == 5 && code[4] is 'A' or 'K' && OfSurvey.Contains(code[..4]));

    /// <summary>Whether the plan has the code; two more digits divide a class.</summary>
    public static bool IsOfPlan(string code) =>
        OfPlan.Contains(code) || (code.Length == 6 && char.IsAsciiDigit(code[4]) && char.IsAsciiDigit(code[5]) && OfPlan.Contains(code[..4]));

    private static HashSet<string> Codes(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
