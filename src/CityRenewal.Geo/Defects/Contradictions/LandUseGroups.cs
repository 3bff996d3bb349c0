namespace CityRenewal.Geo.Defects;

/// <summary>
/// What a land-use code means in the classes of 国土空间调查、规划、用途管制用地用海分类 (07 residential, 10 industrial and mining,
/// 11 storage) and of GB 50137 (R, M, W). Other code systems belong to no group.
/// </summary>
internal static class LandUseGroups
{
    public static bool IsResidential(string code) => code.StartsWith("07", StringComparison.Ordinal) || IsLetter(code, 'R');

    public static bool IsIndustry(string code) =>
        code.StartsWith("10", StringComparison.Ordinal) || code.StartsWith("11", StringComparison.Ordinal) || IsLetter(code, 'M') || IsLetter(code, 'W');

    // R, R2, R21: a letter that a word goes on from (river, Wald) is no code.
    private static bool IsLetter(string code, char letter) =>
        code.Length > 0 && code[0] == letter && code.Skip(1).All(char.IsAsciiDigit);
}
