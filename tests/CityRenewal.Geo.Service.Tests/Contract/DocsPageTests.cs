namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>The page on which people browse the JSON form.</summary>
[Collection("service")]
public class DocsPageTests(RunningService service)
{
    [Fact]
    public async Task The_page_comes_with_its_script_from_the_service_and_names_no_address_outside()
    {
        using var http = new HttpClient { BaseAddress = service.Json };

        var page = await http.GetStringAsync("docs/");
        using var script = await http.GetAsync("docs/scalar.js", HttpCompletionOption.ResponseHeadersRead);

        Assert.Contains("openapi.json", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.True(script.IsSuccessStatusCode);
        Assert.Contains("\"agent\":{\"disabled\":true}", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
