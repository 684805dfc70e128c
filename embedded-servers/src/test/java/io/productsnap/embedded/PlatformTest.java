package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_X64",
        "Linux, aarch64, LINUX_ARM64",
        "Mac OS X, x86_64, MACOS_X64",
        "Mac OS X, aarch64, MACOS_ARM64",
    })
    void fourMachinesHaveBinaries(String system, String processor, Platform platform) {
        assertEquals(platform, Platform.of(system, processor, false));
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64, false", "Linux, riscv64, false", "Linux, amd64, true"})
    void othersAreToldWhatToDo(String system, String processor, boolean onlyMusl) {
        CannotStart told = assertThrows(CannotStart.class, () -> Platform.of(system, processor, onlyMusl));

        assertTrue(told.sentence().contains("set DATABASE_URL and REDIS_URL"), told.sentence());
    }

    @Test
    void theBuildHasTheBinariesOfThisMachine() {
        Platform here = Platform.current();

        assertTrue(Packed.named(here.postgresArchive()).key("postgres").startsWith("postgres-"));
        here.redisBinaries()
                .forEach(name -> assertTrue(Packed.named(name).key("redis").startsWith("redis-")));
    }
}
