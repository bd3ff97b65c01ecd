using Mediation.Core.Data.Packing;
using Mediation.Tests.Architecture;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>Packed texts come back as they were, and the dictionary stays what it is: every file that was ever packed needs it.</summary>
sealed class PackedTextTests
{
    [TestCase("")]
    [TestCase("{}")]
    [TestCase("""{"parties":[{"side":"Applicant","kind":"Person","name":"张三","identityBasis":"CardSeen"}],"summary":"为墙界争执。"}""")]
    public void A_text_comes_back_as_it_was(string text) => Assert.That(PackedText.Unpack(PackedText.Pack(text)), Is.EqualTo(text));

    [Test]
    public void What_files_have_in_common_takes_little_room()
    {
        const string Common = """
            ","side":"Applicant","kind":"Person","name":"
            """;

        Assert.That(PackedText.Pack(string.Concat(Enumerable.Repeat(Common, 3))), Has.Length.LessThan(Common.Length));
    }

    [Test]
    public void The_dictionary_is_never_changed() => Assert.That(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "Mediation.Core", "Data", "Packing", "file-1.dictionary")))),
        Is.EqualTo("8a6145745a9a21fa14497b62ec8951edee3c9127c23b208f5709478d851006cb"));

    [TestCase("")]
    [TestCase("02")]
    public void Another_kind_is_refused(string hex) => Assert.That(() => PackedText.Unpack(Convert.FromHexString(hex)), Throws.InstanceOf<InvalidDataException>());
}
