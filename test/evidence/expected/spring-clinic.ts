import type { Expectations } from '../expectations.ts';

export const springClinic: Expectations = {
  'docker-compose.yml': [
    ['service', 'compose', 'mysql', 'mysql:\n    image: mysql:9.2'],
    ['database', 'mysql', '9.2', 'image: mysql:9.2'],
    ['image', 'mysql', 'mysql:9.2', 'mysql:9.2'],
    ['service', 'compose', 'postgres', 'postgres:\n    image: postgres:17.5'],
    ['database', 'postgres', '17.5', '17.5'],
    ['image', 'postgres', 'postgres:17.5', 'postgres:17.5'],
  ],
  'pom.xml': [
    ['build-tool', 'maven', '', '<project xmlns="http://maven.apache.org/POM/4.0.0">'],
    ['framework', 'spring-boot', '3.5.0', '<artifactId>spring-boot-starter-parent</artifactId>'],
    ['language', 'java', '17', '<java.version>17</java.version>'],
    ['runtime', 'jvm', '17', '<java.version>17</java.version>'],
    ['observability', 'actuator', '', '<artifactId>spring-boot-starter-actuator</artifactId>'],
    ['cache', 'spring-cache', '', '<artifactId>spring-boot-starter-cache</artifactId>'],
    ['orm', 'jpa', '', '<artifactId>spring-boot-starter-data-jpa</artifactId>'],
    ['framework', 'spring-mvc', '', '<artifactId>spring-boot-starter-web</artifactId>'],
    ['server-rendering', 'thymeleaf', '', '<artifactId>spring-boot-starter-thymeleaf</artifactId>'],
    ['database', 'h2', '', '<artifactId>h2</artifactId>'],
    ['database', 'mysql', '', '<artifactId>mysql-connector-j</artifactId>'],
    ['database', 'postgres', '', '<artifactId>postgresql</artifactId>'],
    ['cache', 'jcache', '', '<artifactId>cache-api</artifactId>'],
    ['cache', 'caffeine', '', '<artifactId>caffeine</artifactId>'],
    ['test', 'testcontainers', '', '<artifactId>mysql</artifactId>'],
  ],
  'src/main/java/com/acme/clinic/ClinicApplication.java': [
    ['entrypoint', 'spring-boot', 'ClinicApplication', '@SpringBootApplication'],
  ],
  'src/main/java/com/acme/clinic/keeper/Animal.java': [['orm', 'jpa', 'Animal', '@Entity']],
  'src/main/java/com/acme/clinic/keeper/AnimalController.java': [
    ['annotation', 'controller', 'AnimalController', '@Controller'],
    ['route', 'spring-mvc', 'GET /keepers/{keeperId}/animals/new', '@GetMapping("/animals/new")'],
    ['route', 'spring-mvc', 'POST /keepers/{keeperId}/animals/new', '@PostMapping("/animals/new")'],
  ],
  'src/main/java/com/acme/clinic/keeper/Keeper.java': [['orm', 'jpa', 'Keeper', '@Entity']],
  'src/main/java/com/acme/clinic/keeper/KeeperController.java': [
    ['annotation', 'controller', 'KeeperController', '@Controller'],
    ['route', 'spring-mvc', 'GET /keepers/new', '@GetMapping("/keepers/new")'],
    ['route', 'spring-mvc', 'POST /keepers/new', '@PostMapping("/keepers/new")'],
    ['route', 'spring-mvc', 'GET /keepers/find', '@GetMapping("/keepers/find")'],
    ['route', 'spring-mvc', 'GET /keepers', '@GetMapping("/keepers")'],
    [
      'route',
      'spring-mvc',
      'GET /keepers/{keeperId}/edit',
      '@GetMapping("/keepers/{keeperId}/edit")',
    ],
    ['route', 'spring-mvc', 'GET /keepers/{keeperId}', '@GetMapping("/keepers/{keeperId}")'],
  ],
  'src/main/java/com/acme/clinic/keeper/KeeperRepository.java': [
    ['orm', 'spring-data', 'KeeperRepository', 'KeeperRepository'],
  ],
  'src/main/java/com/acme/clinic/system/CacheConfiguration.java': [
    [
      'annotation',
      'configuration',
      'CacheConfiguration',
      '@Configuration(proxyBeanMethods = false)',
    ],
    ['cache', 'spring-cache', '@EnableCaching', '@EnableCaching'],
  ],
  'src/main/java/com/acme/clinic/system/HomeController.java': [
    ['annotation', 'controller', 'HomeController', '@Controller'],
    ['route', 'spring-mvc', 'GET /', '@GetMapping("/")'],
  ],
  'src/main/java/com/acme/clinic/vet/VetController.java': [
    ['annotation', 'controller', 'VetController', '@Controller'],
    ['route', 'spring-mvc', 'GET /vets.html', '@GetMapping("/vets.html")'],
    ['route', 'spring-mvc', 'GET /vets', '@GetMapping({"/vets"})'],
  ],
  'src/main/java/com/acme/clinic/vet/VetRepository.java': [
    ['orm', 'spring-data', 'VetRepository', 'VetRepository'],
    ['transaction', 'spring-transactional', '@Transactional', '@Transactional'],
    ['cache', 'spring-cache', '@Cacheable', '@Cacheable'],
  ],
  'src/main/resources/application-postgres.properties': [
    ['database', 'postgres', 'localhost/clinic', 'localhost/clinic'],
    ['outbound-host', 'postgres', 'localhost', 'localhost'],
    ['secret', 'spring', 'POSTGRES_URL', 'POSTGRES_URL'],
    ['variable', 'spring', 'POSTGRES_USER', 'POSTGRES_USER'],
    ['secret', 'spring', 'POSTGRES_PASS', 'POSTGRES_PASS'],
    ['secret', 'spring', 'spring.datasource.password', 'spring.datasource.password'],
  ],
  'src/main/resources/application.properties': [
    ['orm', 'hibernate', 'ddl-auto: none', 'spring.jpa.hibernate.ddl-auto=none'],
    ['health-check', 'actuator', '/actuator/health', 'management.endpoints.web.exposure.include=*'],
  ],
};
